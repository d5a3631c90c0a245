// Menus and drawers are popovers, which the browser opens and closes by itself. Here is the rest of what people know of
// menus: the focus goes in, arrows, Home, End and first letters move it, Tab leaves; and a link closes what it stands in.
// Not in the client, so that it works before the client is there and when it never is.
(() => {
  const items = (/** @type {Element} */ menu) => {
    /** @type {NodeListOf<HTMLElement>} */
    const all = menu.querySelectorAll('[role^=menuitem]');
    return [...all];
  };

  // For browsers that cannot anchor a popover in CSS; on a phone it comes from below.
  const place = (/** @type {HTMLElement} */ menu) => {
    const button = document.getElementById(`${menu.id}-button`);
    if (!button || innerWidth < 640 || CSS.supports('position-area', 'block-end')) return;
    const at = button.getBoundingClientRect(), size = menu.getBoundingClientRect(), below = at.bottom + 4;
    const top = below + size.height > innerHeight ? at.top - size.height - 4 : below;
    Object.assign(menu.style, {
      inset: 'auto', margin: '0', top: `${Math.max(top, 8)}px`, left: `${Math.max(at.right - size.width, 8)}px`,
    });
  };

  document.addEventListener('toggle', (/** @type {Of<HTMLElement, ToggleEvent>} */ { target, newState }) => {
    if (newState !== 'open' || target.getAttribute('role') !== 'menu') return;
    place(target);
    // Unless a key was faster.
    const first = items(target)[0];
    if (first && !target.contains(document.activeElement)) first.focus();
  }, true);

  addEventListener('keydown', (/** @type {Anywhere<KeyboardEvent> & Of<HTMLButtonElement>} */ event) => {
    // The focus is still on the button until the browser says that the menu is open.
    const opened = /** @type {HTMLElement | null | undefined} */ (event.target.popoverTargetElement);
    const menu = opened && opened.matches('[role=menu]:popover-open') && !/^(Enter| |Tab|Escape)$/.test(event.key) ? opened
      : event.target.closest && event.target.closest('[role=menu]');
    if (!menu || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') { menu.hidePopover(); return; }
    const has = /** @type {HTMLElement} */ (document.activeElement);
    const all = items(menu), at = all.indexOf(has), last = all.length - 1;
    const next = at < last ? at + 1 : 0, previous = at > 0 ? at - 1 : last;
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: next, ArrowUp: previous, Home: 0, End: last };
    // Where choices lie side by side.
    if (has.closest('.menu-choices')) Object.assign(moves, { ArrowRight: next, ArrowLeft: previous });
    let to = moves[event.key];
    if (to === undefined && [...event.key].length === 1 && event.key !== ' ') {
      const begins = (/** @type {HTMLElement} */ item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
      to = all.findIndex((item, index) => index > at && begins(item));
      if (to < 0) to = all.findIndex(begins);
    }
    const goal = to === undefined ? undefined : all[to];
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  }, true);

  addEventListener('click', (/** @type {Anywhere} */ { target }) => {
    if (!target.closest || !target.closest('a[href]')) return;
    for (let over = target.closest('[popover]'); over; over = over.parentElement?.closest('[popover]') ?? null) {
      if (over.matches(':popover-open')) over.hidePopover();
    }
  });
})();
