// Wakes the page up: loads the client and this language's texts at low priority once the page is painted and there is
// nothing more urgent, then hydrates.
((/** @type {HTMLScriptElement} */ script) => {
  const { client, lang, texts: words = '', here } = script.dataset;
  if (!client) return;

  // What the page asks for while nobody touches it is marked: news fetch themselves, and that keeps no session awake.
  let touched = Date.now();
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true });
  }
  const ask = window.fetch;
  window.fetch = (request, options) => {
    if (request instanceof Request && Date.now() - touched > 60_000) request.headers.set('x-idle', '1');
    return ask(request, options);
  };

  // A form that came back with faults was posted to its door's address; the page goes back to its own.
  if (location.pathname + location.search !== here) history.replaceState(history.state, '', here);

  /** @type {RequestInit} */
  const low = { priority: 'low' };
  const wake = async () => {
    const texts = fetch(words, low).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
    const wasm = fetch(`${client}.wasm`, low);
    // Whoever goes on at once breaks these off while nobody waits for them yet.
    texts.catch(() => {});
    wasm.catch(() => {});
    const module = await import(`${client}.js`);
    await module.default({ module_or_path: wasm });
    module.hydrate(lang, await texts);
    dispatchEvent(new Event('awake'));
  };
  const go = () => wake().catch((error) => console.warn('portico: the page stays plain', error));
  const soon = () => ('requestIdleCallback' in window ? requestIdleCallback(go, { timeout: 1000 }) : setTimeout(go));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
})(/** @type {HTMLScriptElement} */ (document.currentScript));
