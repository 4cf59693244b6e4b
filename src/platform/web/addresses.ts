/** Where each page is. Every link is made here, so that an address is written once. */

/** The way in: on to the home page of the one authority that knows the reader, or a choice. */
export const homeAddress = '/';

/** What there is for the reader in an authority. */
export function authorityHomeAddress(authority: string): string {
  return `${overviewAddress(authority)}/home`;
}

export function overviewAddress(authority: string): string {
  return `/authorities/${encodeURIComponent(authority)}`;
}

export function registerAddress(authority: string): string {
  return `${overviewAddress(authority)}/risk-register`;
}

/** The schools to look at now. */
export function watchlistAddress(authority: string): string {
  return `${overviewAddress(authority)}/watchlist`;
}

/** How right forecasts, categories and expectations were. */
export function markingAddress(authority: string): string {
  return `${overviewAddress(authority)}/marking`;
}

export function schoolAddress(authority: string, urn: string): string {
  return `${overviewAddress(authority)}/schools/${encodeURIComponent(urn)}`;
}

export function schemeAddress(authority: string): string {
  return `${overviewAddress(authority)}/how-categories-are-decided`;
}

/** How an authority's schools do over the years: trends and gaps. */
export function resultsAddress(authority: string): string {
  return `${overviewAddress(authority)}/results`;
}

export function spreadAddress(authority: string): string {
  return `${resultsAddress(authority)}/spread`;
}

export function intakeAddress(authority: string): string {
  return `${resultsAddress(authority)}/intake`;
}

export function mapAddress(authority: string): string {
  return `${overviewAddress(authority)}/map`;
}

export function comparedAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/compared`;
}

/** The school on one sheet of paper. */
export function onAPageAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/on-a-page`;
}

/** The same as a document, for print and for whoever asks what a category rests on. */
export function schemeDocumentAddress(authority: string): string {
  return `${schemeAddress(authority)}.docx`;
}

/** What forecasts use, by the authority's choice. */
export function forecastChoicesAddress(authority: string): string {
  return `${overviewAddress(authority)}/forecast-choices`;
}

/** Two analyses compared. */
export function runsAddress(authority: string): string {
  return `${overviewAddress(authority)}/runs`;
}

/** Where a scheme of one’s own is tried; the other two are its example and its adoption. */
export function tryAddress(authority: string): string {
  return `${overviewAddress(authority)}/schemes/try`;
}

export function schemeExampleAddress(authority: string): string {
  return `${overviewAddress(authority)}/schemes/example.jsonc`;
}

export function adoptAddress(authority: string): string {
  return `${overviewAddress(authority)}/schemes/adopt`;
}

/** The school's own page: what is thought of it, and what it is asked by when. */
export function ourViewAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/our-view`;
}

/** Which share of schools is forecast to be good, and which is aimed at. */
export function trajectoryAddress(authority: string): string {
  return `${overviewAddress(authority)}/trajectory`;
}

/** What was forecast on a day, and what happened. */
export function replayAddress(authority: string): string {
  return `${trajectoryAddress(authority)}/replay`;
}

/** Where a share to aim at is set. */
export function setTargetAddress(authority: string): string {
  return `${trajectoryAddress(authority)}/targets`;
}

/** Where a share that is aimed at is withdrawn. */
export function withdrawTargetAddress(authority: string): string {
  return `${setTargetAddress(authority)}/withdraw`;
}

/** How the area's schools stand, for elected members. */
export function membersAddress(authority: string): string {
  return `${overviewAddress(authority)}/members`;
}

/** Everybody the authority knows. */
export function peopleAddress(authority: string): string {
  return `${overviewAddress(authority)}/people`;
}

/** One person: their roles, what became of them, and what can be done. */
export function personAddress(authority: string, person: string): string {
  return `${peopleAddress(authority)}/${encodeURIComponent(person)}`;
}

/** A form about one person: `role`, `name`, `link`, `end`, `stand-in`. */
export function personFormAddress(authority: string, person: string, form: string): string {
  return `${personAddress(authority, person)}/${form}`;
}

export function inviteAddress(authority: string): string {
  return `${peopleAddress(authority)}/invite`;
}

export function importPeopleAddress(authority: string): string {
  return `${peopleAddress(authority)}/import`;
}

/** The people of one school: who they are, and the form for a new head or chair. */
export function schoolPeopleAddress(authority: string, urn: string): string {
  return `${peopleAddress(authority)}/of-school/${encodeURIComponent(urn)}`;
}

/** Which school lies in which electoral division. */
export function divisionsAddress(authority: string): string {
  return `${peopleAddress(authority)}/divisions`;
}

/** Who has access to what, and why. */
export function accessAddress(authority: string): string {
  return `${overviewAddress(authority)}/access`;
}

/** The decision table: which role may do what. */
export const permissionsAddress = '/permissions';

export function readingLogAddress(authority: string): string {
  return `${overviewAddress(authority)}/logs/reading`;
}

export function changeLogAddress(authority: string): string {
  return `${overviewAddress(authority)}/logs/changes`;
}

/** Everything that is held about one person, for whoever answers a request for it. */
export function personEverythingAddress(authority: string, person: string): string {
  return `${personAddress(authority, person)}/everything`;
}

/** How long records of each kind are kept. */
export function retentionAddress(authority: string): string {
  return `${overviewAddress(authority)}/logs/retention`;
}

export const sourcesAddress = '/sources';

/** A file that an authority's own service gave is cited as `supplied:<authority>:<number>`, and has its page there. */
export function sourceAddress(source: string): string {
  const supplied = /^supplied:([^:]+):([0-9]+)$/.exec(source);
  if (supplied) return suppliedFileAddress(supplied[1] ?? '', supplied[2] ?? '');
  return `${sourcesAddress}/${encodeURIComponent(source)}`;
}

export function suppliedAddress(authority: string): string {
  return `${overviewAddress(authority)}/supplied`;
}

export function suppliedFileAddress(authority: string, file: string): string {
  return `${suppliedAddress(authority)}/${encodeURIComponent(file)}`;
}

export function supplyAddress(authority: string): string {
  return `${suppliedAddress(authority)}/add`;
}

/** A file that is being described: `columns`, `check`, `keep` and `discard` are what can be done with it. */
export function supplyStepAddress(authority: string, draft: string, step: string): string {
  return `${supplyAddress(authority)}/${encodeURIComponent(draft)}/${step}`;
}

/** The list of imports, with what each brought. */
export const importsAddress = '/imports';

export const importFilesAddress = '/imports/add';

export function importJobAddress(job: string): string {
  return `${importsAddress}/uploaded/${encodeURIComponent(job)}`;
}

export function undoImportAddress(source: string): string {
  return `${importsAddress}/${encodeURIComponent(source)}/undo`;
}

/** Where each official file is published, and which is due next. */
export const officialFilesAddress = '/official-files';

/** Query parameters of a page: every value of each, in order. */
export type Query = Readonly<Record<string, readonly string[]>>;

/** An address with its query; parameters without values are left out, and the order is that of the query. */
export function withQuery(address: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) {
    for (const value of values) if (value !== '') parameters.append(name, value);
  }
  const text = parameters.toString();
  return text === '' ? address : `${address}?${text}`;
}

/** Where somebody signs in, and where they wanted to go. */
export function signInAddress(wanted?: string, why?: 'ended' | 'signed-out'): string {
  const query = new URLSearchParams({
    ...(wanted === undefined || wanted === '/' ? {} : { to: wanted }),
    ...(why === undefined ? {} : { why }),
  });
  return query.size === 0 ? '/sign-in' : `/sign-in?${query.toString()}`;
}

/** Where a demonstration's invented people are signed in as. */
export function demonstrationSignInAddress(wanted = homeAddress): string {
  return withQuery('/demonstration/sign-in', { to: wanted === homeAddress ? [] : [wanted] });
}

/** Where somebody is sent to whoever signs them in. */
export function providerAddress(wanted = homeAddress): string {
  return withQuery('/sign-in/provider', { to: wanted === homeAddress ? [] : [wanted] });
}

/** Who am I, what may I do and why, where am I signed in. */
export const accountAddress = '/account';
