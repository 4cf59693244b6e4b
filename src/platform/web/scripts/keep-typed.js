/**
 * Keeps what is typed into a long form in this browser while it is not sent, so that a broken connection or an ended session
 * loses nothing; sends the form, says in words when it did not arrive, and forgets what arrived. Only for the same person:
 * what another left here is thrown away, and everything when somebody signs out. The form does the same without, minus that.
 */
const mark = 'middletier typed ';
const mostDays = 3;

for (const form of document.querySelectorAll('form[data-keep-typed]')) keep(form, false);

/** @param unsaved whether the form as it stands holds what did not arrive anywhere yet */
function keep(form, unsaved) {
  const person = form.dataset.keepTyped;
  const own = `${mark}${person} `;
  const key = own + form.getAttribute('action');
  forget((one, { at }) => !one.startsWith(own) || Date.now() - at > mostDays * 864e5);
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => forget(() => true));

  const said = document.createElement('p');
  said.className = 'govuk-body mt-kept';
  said.setAttribute('role', 'status');
  form.append(said);
  const again = button('Send it now');
  again.hidden = true;
  form.append(again);

  const before = typedIn(form);
  const kept = stored(key);
  if (unsaved) put();
  else if (kept !== null && holds(before, kept.typed)) localStorage.removeItem(key);
  else if (kept !== null) offer(form, kept, () => localStorage.removeItem(key));

  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(put, 300);
  });
  addEventListener('offline', broken);
  addEventListener('online', () => {
    if (stored(key) === null) return;
    say('The connection is back. What you typed is kept in this browser and is not sent yet.', true);
  });
  // Gone to another page before the moment was over.
  addEventListener('pagehide', () => {
    if (form.isConnected && waiting !== 0) put();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(event.submitter);
  });
  again.addEventListener('click', () => send(form.querySelector('button[name=act]')));

  function put() {
    waiting = 0;
    const typed = typedIn(form);
    if (!unsaved && holds(before, typed) && holds(typed, before)) return;
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed }));
      if (navigator.onLine) say('Kept in this browser, and not sent yet.', false);
      else broken();
    } catch {
      say('This browser keeps nothing: save often.', false);
    }
  }

  function broken() {
    if (form.isConnected)
      say('The connection is broken. What you typed is kept in this browser and is not sent yet.', true);
  }

  async function send(submitter) {
    put();
    const body = new URLSearchParams([...new FormData(form, submitter ?? undefined)]);
    say('Sending…', false);
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
      const html = await answer.text();
      const arrived = answer.ok && answer.redirected && new URL(answer.url).pathname !== '/sign-in';
      if (arrived) localStorage.removeItem(key);
      show(html, answer.url, !arrived);
    } catch {
      broken();
    }
  }

  function say(words, maySend) {
    said.textContent = words;
    again.hidden = !maySend;
  }
}

/** What was typed here earlier and did not arrive: to be put back, or thrown away. */
function offer(form, { at, typed }, throwAway) {
  const place = document.createElement('div');
  place.className = 'mt-panel mt-kept__offer';
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', 'Kept in this browser');
  const words = document.createElement('p');
  words.className = 'govuk-body';
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  words.textContent = `What you typed here on ${when} is kept in this browser and was not sent. The form below is as it was saved last.`;
  const back = button('Put it back into the form');
  const away = button('Throw it away');
  back.addEventListener('click', () => {
    putBack(form, typed);
    place.remove();
    form.dispatchEvent(new Event('input'));
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus();
  });
  away.addEventListener('click', () => {
    throwAway();
    place.remove();
  });
  place.append(words, back, away);
  form.before(place);
}

/** Fills the form; for rows that it does not have here there are fields at its end, so that nothing is left out. */
function putBack(form, typed) {
  const values = Map.groupBy(typed, ([name]) => name);
  for (const [name, pairs] of values) {
    const found = [...form.elements].filter((one) => one.name === name && one.type !== 'submit');
    const wanted = pairs.map(([, value]) => value);
    if (name === 'based-on') continue;
    if (found.length === 0) {
      for (const value of wanted) form.append(further(name, value));
      continue;
    }
    for (const one of found) {
      if (one.type === 'checkbox' || one.type === 'radio') one.checked = wanted.includes(one.value);
      else one.value = wanted.shift() ?? one.value;
    }
    if (found[0].type !== 'checkbox' && found[0].type !== 'radio')
      for (const value of wanted) form.append(further(name, value));
  }
}

function further(name, value) {
  const label = document.createElement('label');
  label.className = 'govuk-label';
  label.textContent = `Typed earlier: ${name.replaceAll(/[-.]/g, ' ')}`;
  const field = document.createElement('textarea');
  field.className = 'govuk-textarea';
  field.name = name;
  field.value = value;
  label.append(field);
  return label;
}

/** The answer takes the place of the page, as it would without script. */
function show(html, address, unsaved) {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  if (address !== location.href) history.pushState(null, '', address);
  for (const form of document.querySelectorAll('form[data-keep-typed]')) keep(form, unsaved);
  (document.querySelector('.govuk-error-summary') ?? document.querySelector('main'))?.focus();
  scrollTo(0, 0);
}

/** Names and values, without the token, which is good once, and without files, which no browser lets a page keep. */
function typedIn(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => name !== 'form-token' && typeof value === 'string',
  );
}

/** Whether some typing has everything of another in it. */
function holds(all, some) {
  const have = new Set(all.map((pair) => JSON.stringify(pair)));
  return some.every((pair) => pair[0] === 'based-on' || pair[1] === '' || have.has(JSON.stringify(pair)));
}

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function forget(which) {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(mark) && which(key, stored(key) ?? { at: 0 })) localStorage.removeItem(key);
}

function button(text) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary';
  made.textContent = text;
  return made;
}

// Back to a page whose content this script had put in the place of another: asked for anew.
addEventListener('popstate', () => location.reload());
