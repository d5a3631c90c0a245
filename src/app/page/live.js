// News of what changes elsewhere: one stream for all tabs of a browser, which opens six connections to a host and no
// more. The tab that was opened or looked at last holds the stream and passes on what it hears; when that tab goes, the
// next one holds it. Whoever leads says so by a lock, so that nobody has to ask whether they are still there.
((/** @type {DOMStringMap} */ page) => {
  if (!page.news) return;
  const LONGEST_ANSWER = 20_000, REMEMBERED = 300, GATHERING = 100;
  const name = `news-${page.who}`;
  let channel = navigator.locks && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  /** @typedef {[kind: string, id: string, text?: string]} Words */
  /** @type {string[]} */
  const heard = [];
  // This tab knows all that came up to `after`; `whole` when what follows is told here without a gap, because a stream began
  // that reaches back so far. Ids begin with the time, so that they can be compared as text.
  let after = page.news, whole = false;
  /** @type {EventSource | null} */
  let source = null;
  /** @type {string | null} */
  let oldest = null;
  /** @type {AbortController | null} */
  let wish = null;
  let from = after, again = 0, failed = 0, release = () => {};
  let doubted = false, leading = false, resting = false, leaving = 0, gone = false;

  const close = () => {
    clearTimeout(again);
    if (source) source.close();
    source = null;
  };

  // A page that has sent a form waits for the page that answers it. What it hears meanwhile is of its own making: signing
  // out ends its session, a new password renews it, and asking with the old one would only fail.
  addEventListener('submit', (/** @type {Sending} */ event) => setTimeout(() => {
    if (!event.defaultPrevented && event.target.method !== 'dialog') leaving = Date.now() + LONGEST_ANSWER;
  }), true);

  const post = (/** @type {Words} */ ...words) => {
    if (channel) channel.postMessage(words);
  };
  const know = (/** @type {string} */ id) => {
    if (whole && id > after) after = id;
  };
  // What the tab before this one has told is told again by the stream that begins here.
  const hear = (/** @type {string} */ id, /** @type {string} */ text) => {
    know(id);
    if (heard.includes(id + text)) return;
    if (heard.push(id + text) > REMEMBERED) heard.shift();
    if (Date.now() > leaving) dispatchEvent(new MessageEvent('news', { data: text }));
  };
  // The session is over, or another person's: nothing of this one stays on the screen.
  const over = (/** @type {string} */ whose) => {
    if (gone || Date.now() < leaving) return;
    gone = true;
    close();
    if (whose === 'nobody') dispatchEvent(new Event('session-over'));
    else location.reload();
  };
  // The tab that led may have gone before it heard all, and a stream that begins when the newest page was drawn says nothing
  // of what the others lack.
  const begun = (/** @type {string} */ id) => {
    whole = id <= after;
    if (!whole) post('behind', after);
  };
  const told = (/** @type {Words} */ [kind, id, text = '']) => {
    if (kind === 'over') over(text);
    else if (kind === 'news') hear(id, text);
    else if (kind === 'here') know(id);
    else if (kind === 'begin') begun(id);
    else if (leading && (kind === 'new' || id < from)) begin(id);
  };
  const tell = (/** @type {Words} */ ...words) => {
    told(words);
    post(...words);
  };

  // Says where the stream is going to begin, and waits for those who lack what came before.
  /** @param {string} [id] */
  const begin = (id) => {
    close();
    if (gone) return;
    if (id && (!oldest || id < oldest)) oldest = id;
    from = oldest && oldest < after ? oldest : after;
    tell('begin', from);
    again = setTimeout(open, GATHERING);
  };
  const open = () => {
    source = new EventSource(`${page.live}?after=${from}&for=${page.who}`);
    source.addEventListener('open', () => { failed = 0; });
    source.addEventListener('message', (event) => tell('news', event.lastEventId, event.data));
    // All that was missed has been told; of a quiet firm nothing else says how far one has heard.
    source.addEventListener('here', (event) => {
      oldest = null;
      doubted = false;
      tell('here', event.lastEventId);
    });
    // Another tab may just have renewed the session, and this stream have asked with the old one: it asks once more.
    source.addEventListener('over', ({ data }) => {
      if (data !== 'nobody' || doubted) return tell('over', '', data);
      doubted = true;
      begin();
    });
    // The browser connects again by itself after a break; but an answer that is no stream, such as a proxy's 502 while
    // the server restarts, is final to it. Not all pages that lost their server at once come back at once.
    source.addEventListener('error', () => {
      if (!source || source.readyState !== EventSource.CLOSED) return;
      again = setTimeout(begin, Math.min(2000 << Math.min(failed++, 4), 30_000) * (1 + Math.random()));
    });
  };

  const lead = (/** @type {boolean} */ steal) => {
    if (wish) wish.abort();
    const mine = wish = new AbortController();
    navigator.locks.request(name, steal ? { steal } : { signal: mine.signal }, () => {
      if (mine.signal.aborted) return;
      leading = true;
      oldest = null;
      begin();
      return /** @type {Promise<void>} */ (new Promise((go) => { release = go; }));
    }).catch(({ name: why }) => {
      // Another wish of this tab has taken its place.
      if (mine.signal.aborted) return;
      leading = false;
      close();
      if (why === 'AbortError') { lead(false); return; }
      // A browser that lends no locks, as where it stores nothing.
      channel = null;
      look();
    });
  };

  // Hidden tabs may be put to sleep, so whoever is looked at leads. Where tabs cannot agree, those that are hidden let go.
  const look = () => {
    if (resting) return;
    if (!channel) return document.hidden ? close() : begin();
    if (!leading && (!document.hidden || !wish)) lead(!document.hidden);
  };
  const join = () => {
    resting = false;
    look();
    // Who does not lead, and so asks for nothing, has missed what came before it listened.
    if (document.hidden) post('new', after);
  };
  // A page that the browser puts to sleep, or aside, hears nothing, and is no use to those who wait for it.
  const rest = () => {
    resting = true;
    whole = leading = false;
    if (wish) wish.abort();
    wish = null;
    close();
    release();
  };
  addEventListener('awake', () => {
    if (channel) channel.addEventListener('message', ({ data }) => { if (channel) told(data); });
    document.addEventListener('visibilitychange', look);
    document.addEventListener('freeze', rest);
    document.addEventListener('resume', join);
    addEventListener('pagehide', rest);
    addEventListener('pageshow', ({ persisted }) => { if (persisted) join(); });
    join();
  }, { once: true });
})(/** @type {HTMLScriptElement} */ (document.currentScript).dataset);
