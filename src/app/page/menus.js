// Menus and drawers are popovers, which the browser opens and closes by itself. Here is the rest of what people know of
// menus: the focus goes in, arrows, Home, End and first letters move it, Tab leaves; and a link closes what it stands in.
// Not in the client, so that it works before the client is there and when it never is.
(() => {
  const items = (menu) => [...menu.querySelectorAll('[role^=menuitem]')];

  // For browsers that cannot anchor a popover in CSS; on a phone it comes from below.
  const place = (menu) => {
    const button = document.getElementById(`${menu.id}-button`);
    if (!button || innerWidth < 640 || CSS.supports('position-area', 'block-end')) return;
    const at = button.getBoundingClientRect(), size = menu.getBoundingClientRect(), below = at.bottom + 4;
    const top = below + size.height > innerHeight ? at.top - size.height - 4 : below;
    Object.assign(menu.style, {
      inset: 'auto', margin: '0', top: `${Math.max(top, 8)}px`, left: `${Math.max(at.right - size.width, 8)}px`,
    });
  };

  document.addEventListener('toggle', ({ target, newState }) => {
    if (newState !== 'open' || target.getAttribute('role') !== 'menu') return;
    place(target);
    // Unless a key was faster.
    const first = items(target)[0];
    if (first && !target.contains(document.activeElement)) first.focus();
  }, true);

  addEventListener('keydown', (event) => {
    // The focus is still on the button until the browser says that the menu is open.
    const opened = event.target.popoverTargetElement;
    const menu = opened && opened.matches('[role=menu]:popover-open') && !/^(Enter| |Tab|Escape)$/.test(event.key) ? opened
      : event.target.closest && event.target.closest('[role=menu]');
    if (!menu || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') { menu.hidePopover(); return; }
    const all = items(menu), at = all.indexOf(document.activeElement), last = all.length - 1;
    const next = at < last ? at + 1 : 0, previous = at > 0 ? at - 1 : last;
    const moves = { ArrowDown: next, ArrowUp: previous, Home: 0, End: last };
    // Where choices lie side by side.
    if (document.activeElement.closest('.menu-choices')) Object.assign(moves, { ArrowRight: next, ArrowLeft: previous });
    let to = moves[event.key];
    if (to === undefined && [...event.key].length === 1 && event.key !== ' ') {
      const begins = (item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
      to = all.findIndex((item, place) => place > at && begins(item));
      if (to < 0) to = all.findIndex(begins);
    }
    if (to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  }, true);

  addEventListener('click', ({ target }) => {
    if (!target.closest || !target.closest('a[href]')) return;
    for (let over = target.closest('[popover]'); over; over = over.parentElement.closest('[popover]')) {
      if (over.matches(':popover-open')) over.hidePopover();
    }
  });
})();
