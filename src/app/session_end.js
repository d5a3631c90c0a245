(() => {
  // Seconds before the end at which the page asks, and how long a touch counts as somebody being there.
  const WARN = 120, THERE = 60;
  const box = document.getElementById('session-end');
  const clock = box.querySelector('output'), aloud = box.querySelector('[role=status]');
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null;
  let edited = null, touched = Date.now(), ends = 0, wait = 0, leaving = false;

  for (const kind of ['pointerdown', 'keydown', 'wheel', 'input']) {
    addEventListener(kind, (event) => {
      touched = Date.now();
      const form = kind === 'input' && event.target.form;
      if (form && form.method === 'post') edited = form;
    }, { passive: true, capture: true });
  }

  const later = (seconds, then) => {
    clearTimeout(wait);
    wait = setTimeout(then, Math.max(0, seconds) * 1000);
  };

  // Asking is using the session, unless it is said that nobody touches the page.
  const ask = (used) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    if (!used) headers['x-idle'] = '1';
    return fetch('/api/sessions/left', { method: 'POST', headers }).then((answer) => {
      if (answer.status === 401) return { seconds: 0 };
      return answer.ok ? answer.json() : Promise.reject(answer.status);
    });
  };

  const heard = ({ seconds, last }) => {
    if (seconds <= 0) return leave();
    ends = Date.now() + seconds * 1000;
    if (seconds > WARN) {
      if (box.open) box.close();
      return later(seconds - WARN, check);
    }
    box.dataset.last = String(Boolean(last));
    for (const part of box.querySelectorAll('[data-when]')) part.hidden = (part.dataset.when === 'last') !== last;
    if (!box.open) {
      box.showModal();
      (box.querySelector('button.btn-primary:not([hidden])') || box).focus();
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
    form.action = box.dataset.keep;
    const add = (name, value) => {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    };
    add('_page', location.pathname + location.search);
    if (edited && edited.isConnected) {
      add('_action', new URL(edited.action).pathname);
      const secret = (name) => [...edited.elements].some((field) => field.name === name &&
        (field.type === 'password' || field.autocomplete === 'one-time-code'));
      for (const [name, value] of new FormData(edited)) {
        if (typeof value === 'string' && !secret(name)) add(name, value);
      }
    }
    document.body.append(form);
    form.submit();
  };

  for (const button of box.querySelectorAll('button[type=button]')) {
    button.addEventListener('click', () => (button.dataset.when === 'idle' ? stay() : box.close()));
  }
  // Esc is an answer, too: it stays where that is possible, and closes where it is not.
  box.addEventListener('cancel', (event) => {
    if (box.dataset.last === 'true') return;
    event.preventDefault();
    stay();
  });
  if (tabs) tabs.addEventListener('message', () => { if (box.open) check(); });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() > ends - WARN * 1000) check();
  });
  addEventListener('submit', () => { const kept = document.getElementById('session-kept'); if (kept) kept.close(); }, true);

  // A form of the woken page that comes too late: the answer says so.
  const fetched = window.fetch;
  window.fetch = (...call) => fetched(...call).then((answer) => {
    if (answer.status === 401 && edited && edited.isConnected && !String(answer.url).endsWith('/sessions/left')) check();
    return answer;
  });

  heard({ seconds: Number(box.dataset.seconds), last: box.dataset.last === 'true' });
})();
