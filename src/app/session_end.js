// Says when a session is about to end, and leaves when it has; marks what is sent from here (`session_end.rs`).
(() => {
  // Seconds before the end at which the page asks, and how long a touch counts as somebody being there.
  const WARN = 120, THERE = 60;
  const box = /** @type {HTMLDialogElement | null} */ (document.getElementById('session-end'));
  if (!box) return;
  const clock = /** @type {HTMLElement} */ (box.querySelector('output'));
  const aloud = /** @type {HTMLElement} */ (box.querySelector('[role=status]'));
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null;
  /** @type {HTMLFormElement | null} */
  let edited = null;
  let touched = Date.now(), ends = 0, wait = 0, leaving = false;

  for (const kind of ['pointerdown', 'keydown', 'wheel', 'input']) {
    addEventListener(kind, (/** @type {Of<HTMLInputElement>} */ event) => {
      touched = Date.now();
      const form = kind === 'input' && event.target.form;
      if (form && form.method === 'post') edited = form;
    }, { passive: true, capture: true });
  }

  // Whose page this is: what is sent from it is never taken for somebody else's who signed in here meanwhile. The server has
  // marked the forms that it drew; those that were drawn since are marked when they are sent.
  const mine = box.dataset.for || '';
  const marked = (/** @type {string} */ address) => {
    const to = new URL(address, location.href);
    to.searchParams.set('for', mine);
    return to.pathname + to.search;
  };
  addEventListener('submit', (/** @type {Sending} */ { target, submitter }) => {
    if (target.getAttribute('method') !== 'post') return;
    /** @type {[HTMLElement | null, string][]} */
    const addresses = [[target, 'action'], [submitter, 'formaction']];
    for (const [of, name] of addresses) {
      const address = of && of.getAttribute(name);
      if (of && address !== null) of.setAttribute(name, marked(address));
    }
    if (tabs && (target.getAttribute('action') || '').split('?')[0] === box.dataset.out) tabs.postMessage('out');
  }, true);

  const later = (/** @type {number} */ seconds, /** @type {() => void} */ then) => {
    clearTimeout(wait);
    wait = setTimeout(then, Math.max(0, seconds) * 1000);
  };

  // Asking is using the session, unless it is said that nobody touches the page.
  const ask = (/** @type {boolean} */ used) => {
    /** @type {Record<string, string>} */
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', 'x-for': mine };
    if (!used) headers['x-idle'] = '1';
    return fetch('/api/sessions/left', { method: 'POST', headers }).then((answer) => {
      if (answer.status === 401) return { seconds: 0 };
      return answer.ok ? answer.json() : Promise.reject(answer.status);
    });
  };

  const heard = (/** @type {{ seconds: number, last?: boolean }} */ { seconds, last }) => {
    if (seconds <= 0) return leave();
    ends = Date.now() + seconds * 1000;
    if (seconds > WARN) {
      if (box.open) box.close();
      return later(seconds - WARN, check);
    }
    box.dataset.last = String(Boolean(last));
    /** @type {NodeListOf<HTMLElement>} */
    const parts = box.querySelectorAll('[data-when]');
    for (const part of parts) part.hidden = (part.dataset.when === 'last') !== last;
    if (!box.open) {
      box.showModal();
      /** @type {HTMLElement} */ (box.querySelector('button.btn-primary:not([hidden])') || box).focus();
    }
    count();
  };

  const check = () => ask(Date.now() - touched < THERE * 1000).then(heard, () => later(15, check));
  const stay = () => {
    touched = Date.now();
    ask(true).then((left) => { heard(left); if (tabs) tabs.postMessage('used'); }, () => later(5, check));
  };

  const count = () => {
    const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (seconds === 60 || seconds === 20) aloud.textContent = clock.textContent;
    if (seconds === 0) ask(false).then(heard, () => later(5, count));
    else if (box.open) later(1, count);
    else later(Math.min(seconds, 10), count);
  };

  // Nothing private stays on the screen; what was typed goes along, without passwords and codes.
  const leave = () => {
    if (leaving) return;
    leaving = true;
    const form = document.createElement('form');
    form.method = 'post';
    form.action = marked(box.dataset.keep || '');
    const add = (/** @type {string} */ name, /** @type {string} */ value) => {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    };
    add('_page', location.pathname + location.search);
    if (edited && edited.isConnected) {
      add('_action', new URL(edited.action).pathname);
      const fields = /** @type {HTMLInputElement[]} */ ([...edited.elements]);
      const secret = (/** @type {string} */ name) => fields.some((field) => field.name === name &&
        (field.type === 'password' || field.autocomplete === 'one-time-code'));
      for (const [name, value] of new FormData(edited)) {
        // That there is such a field is no secret, and belongs to the form.
        if (typeof value === 'string') add(name, secret(name) ? '' : value);
      }
    }
    document.body.append(form);
    document.body.hidden = true;
    form.submit();
  };

  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = box.querySelectorAll('button[type=button]');
  for (const button of buttons) {
    button.addEventListener('click', () => (button.dataset.when === 'idle' ? stay() : box.close()));
  }
  // Esc is an answer, too: it stays where that is possible, and closes where it is not.
  box.addEventListener('cancel', (event) => {
    if (box.dataset.last === 'true') return;
    event.preventDefault();
    stay();
  });
  // Another tab was used, or signs out, which takes it a moment.
  if (tabs) tabs.addEventListener('message', ({ data }) => {
    if (data === 'out') for (const seconds of [1, 5]) setTimeout(() => ask(false).then(heard, () => {}), seconds * 1000);
    else if (box.open) check();
  });
  // A page that the browser had put aside is asked for again: what was on it may not be theirs any more.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() > ends - WARN * 1000) check();
  });
  addEventListener('submit', () => {
    const kept = /** @type {HTMLDialogElement | null} */ (document.getElementById('session-kept'));
    if (kept) kept.close();
  }, true);

  const mark = (/** @type {Parameters<typeof fetch>} */ call) => {
    const [asked] = call;
    if (asked instanceof Request && asked.url.startsWith(`${location.origin}/`)) asked.headers.set('x-for', mine);
    return call;
  };
  // A form of the woken page that comes too late: the answer says so.
  const fetched = window.fetch;
  window.fetch = (...call) => fetched(...mark(call)).then((answer) => {
    if (answer.status === 401 && edited && edited.isConnected && !String(answer.url).endsWith('/sessions/left')) check();
    return answer;
  });

  // The stream of news has found the session gone (`page/live.js`).
  addEventListener('session-over', leave);

  heard({ seconds: Number(box.dataset.seconds), last: box.dataset.last === 'true' });
})();
