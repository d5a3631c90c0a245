// What one holds stays in hand while the page draws it anew, as a list does when a colleague has changed something: the
// focus goes to the new element in the old one's place, and a press that began on the old one still is a click.
(() => {
  const root = document.documentElement;
  /** @typedef {{ it: Element, tag: string, key: string }} Held */
  /** @type {Held | null} */
  let held = null;
  /** @type {Held | null} */
  let pressed = null;

  // What an element and its successor have in common: the id, or what it says, where it leads, and in which row it stands.
  const key = (/** @type {Element} */ it) => {
    if (it.id) return it.id;
    const row = it.closest('tr, li'), first = row && row.querySelector('a[href]'), form = it.closest('form');
    const said = ['href', 'name', 'value', 'aria-label'].map((name) => it.getAttribute(name));
    const where = [first && first.getAttribute('href'), form && form.getAttribute('action')];
    return [...said, it.textContent.trim(), ...where].join('\n');
  };
  const hold = (/** @type {Element | null} */ it) => (it && it.closest('main') ? { it, tag: it.tagName, key: key(it) } : null);
  const successor = (/** @type {Held} */ { tag, key: wanted }) => {
    /** @type {NodeListOf<HTMLElement>} */
    const all = document.querySelectorAll(`main ${tag}`);
    return [...all].find((it) => key(it) === wanted);
  };

  const look = () => {
    const at = document.activeElement, lost = !at || at === document.body;
    // What the client wants the focus on as soon as it is there. The heading may have it until then.
    const asked = root.dataset.focus && (lost || at.matches('h1')) && document.getElementById(root.dataset.focus);
    if (asked) return asked.focus();
    const it = lost && held && !held.it.isConnected && successor(held);
    if (it) it.focus({ preventScroll: true });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });

  addEventListener('focusin', (/** @type {Of<Element>} */ { target }) => {
    held = hold(target);
    if (!target.matches('h1')) delete root.dataset.focus;
  });
  // Whoever goes on, or away, does not want it back. What the client asks for may be on the page that has just arrived.
  const drop = () => {
    if (held && !held.it.isConnected) held = null;
  };
  const goOn = () => {
    delete root.dataset.focus;
    drop();
  };
  addEventListener('keydown', goOn, true);
  addEventListener('arrived', drop);
  addEventListener('click', (/** @type {Anywhere} */ { target }) => { if (target.closest && target.closest('a[href]')) held = null; }, true);

  addEventListener('pointerdown', (/** @type {Anywhere<PointerEvent>} */ { target, button, pointerType }) => {
    goOn();
    if (held && !held.it.contains(target)) held = null;
    // A tap looks for its target when the finger has left.
    pressed = pointerType === 'mouse' && !button && target.closest ? hold(target.closest('a[href], button, input')) : null;
  }, true);
  addEventListener('pointerup', (/** @type {Anywhere<PointerEvent>} */ event) => {
    const it = pressed && !pressed.it.isConnected && successor(pressed);
    pressed = null;
    if (it && it.contains(event.target)) it.dispatchEvent(new MouseEvent('click', event));
  }, true);
})();
