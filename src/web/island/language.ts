/** The list of languages closes when the focus leaves it, since it would cover what has the focus next, and with Escape. */
function close(but: EventTarget | null): void {
  for (const one of document.querySelectorAll<HTMLDetailsElement>("details.languages[open]")) if (!one.contains(but as Node | null)) one.open = false;
}
document.addEventListener("focusin", ({ target }) => close(target));
document.addEventListener("keydown", ({ key }) => key === "Escape" && close(null));

export {};
