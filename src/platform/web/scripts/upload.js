/**
 * Makes an upload form nicer where there is script: files can be dropped on it, their names are listed, and a bar shows
 * how much has gone. The form does the same without. Served as it stands, on the pages that have such a form.
 */
for (const form of document.querySelectorAll('form[data-upload]')) enhance(form);

function enhance(form) {
  const input = form.querySelector('input[type=file]');
  const button = form.querySelector('button[type=submit]');
  const place = document.createElement('div');
  place.className = 'mt-drop';
  input.before(place);
  const hint = paragraph('Drop files here, or choose them:');
  const chosen = document.createElement('ul');
  chosen.className = 'govuk-list mt-drop__chosen';
  place.append(hint, input, chosen);
  const bar = document.createElement('progress');
  const said = paragraph('');
  said.setAttribute('role', 'status');
  bar.max = 100;
  bar.hidden = true;
  bar.setAttribute('aria-label', 'Uploaded');
  button.before(bar, said);

  input.addEventListener('change', () => {
    chosen.replaceChildren(...[...input.files].map(({ name, size }) => item(`${name} (${sizeOf(size)})`)));
  });
  for (const type of ['dragover', 'dragleave', 'drop']) {
    place.addEventListener(type, (event) => {
      event.preventDefault();
      place.classList.toggle('mt-drop--over', type === 'dragover');
    });
  }
  place.addEventListener('drop', ({ dataTransfer }) => {
    if (dataTransfer === null || dataTransfer.files.length === 0) return;
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.hidden = false;
      bar.value = (100 * loaded) / total;
      const whole = loaded === total;
      said.textContent = whole ? 'Uploaded. Looking at the files…' : `${Math.floor(bar.value)}% uploaded`;
    });
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseURL !== form.action) location.assign(request.responseURL);
      else show(request.responseText);
    });
    request.addEventListener('error', () => {
      bar.hidden = true;
      button.disabled = false;
      said.textContent = 'The upload did not arrive. Check the connection and send it again.';
    });
    button.disabled = true;
    request.send(new FormData(form));
  });
}

/** The answer is a page of this site, with what is wrong: it takes the place of this one. */
function show(html) {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  document.title = answer.title;
  const main = answer.querySelector('main');
  document.querySelector('main').replaceWith(main);
  for (const form of main.querySelectorAll('form[data-upload]')) enhance(form);
  (main.querySelector('.govuk-error-summary') ?? main).focus();
  scrollTo(0, 0);
}

function paragraph(text) {
  const made = document.createElement('p');
  made.className = 'govuk-body';
  made.textContent = text;
  return made;
}

function item(text) {
  const made = document.createElement('li');
  made.textContent = text;
  return made;
}

function sizeOf(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
