// One key an answer: a key presses the button, or goes to the field, that carries it. Fields of text keep their keys.
"use strict";
document.addEventListener("keydown", (event) => {
  const at = event.target;
  const writes = at.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (writes || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found || found.disabled) return;
  event.preventDefault();
  if (event.key === "?") document.getElementById("help").focus();
  else if (found.matches("button, a")) found.click();
  else found.focus();
});
