import assert from 'node:assert/strict';
import { inDays, within, type Desk } from './a-term.fixture.ts';

/** A school that nobody thinks badly of, with head and chair: it becomes one of concern in this term. */
export const urn = '900042';
export const school = `/schools/${urn}`;
/** A word that nobody else types: wherever it turns up, somebody’s words have got there. */
export const word = 'Quillwort';

/** The paper of a name that is the first among those of the school. */
export async function newest(desk: Desk, name: string): Promise<string> {
  await desk.open(`${school}/papers`);
  const link = desk.page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first();
  return within((await link.getAttribute('href')) ?? '');
}

/** Takes a step with a paper, with words where they are asked for. */
export async function step(desk: Desk, paper: string, button: string, words = ''): Promise<string> {
  await desk.open(paper);
  if (words !== '') {
    const form = desk.page.getByRole('form', { name: button, exact: true });
    await form.locator('textarea').fill(`${word}: ${words}`);
  }
  return desk.press(button);
}

/** Begins a paper of a kind, fills its form and saves it: where it is. */
export async function begin(
  desk: Desk,
  kind: string,
  own: Readonly<Record<string, string>> = {},
  about?: string,
): Promise<string> {
  const [of = '', partOf = ''] = kind.split(' of ');
  await desk.open(
    `${school}/papers/open/${of}${partOf === '' ? '' : `?part-of=${partOf.slice(partOf.lastIndexOf('/') + 1)}`}`,
  );
  if (about !== undefined) await desk.page.locator('#about-on').fill(about);
  const forms = desk.page.locator('input[type=radio][name=template]');
  if ((await forms.count()) > 0) await forms.last().check();
  await desk.press('Begin');
  await fillIn(desk, `${word}: ${of}`, inDays(60), own);
  await desk.press('Save');
  return within(new URL(desk.page.url()).pathname);
}

/**
 * Fills a form as somebody does who leaves out what they may: whatever is empty and does not say that it may be left so.
 *
 * @param words what is written where words are asked for, each followed by what they are about
 * @param day where a day is asked for, as people write it
 */
export async function fillIn(
  { page }: Desk,
  words: string,
  day: string,
  own: Readonly<Record<string, string>> = {},
): Promise<void> {
  const groups = await page.locator('main form.mt-write .govuk-form-group').all();
  for (const group of groups) {
    const said = await group.innerText();
    const label = said.split('\n')[0] ?? '';
    const given = own[label];
    if (given === undefined && said.includes('You may leave it empty')) continue;
    const [box, list, choice] = [
      'textarea, input[type=text]',
      'select',
      'input[type=radio], input[type=checkbox]',
    ].map((of) => group.locator(of));
    assert.ok(box && list && choice);
    if ((await choice.count()) > 0) {
      if (given !== undefined) await group.getByLabel(given, { exact: true }).check();
      else if ((await group.locator(':checked').count()) === 0) await choice.first().check();
    } else if ((await list.count()) > 0) {
      if (given !== undefined) await list.selectOption(given);
      else if ((await list.inputValue()) === '') await list.selectOption({ index: 1 });
    } else if (given !== undefined) await box.fill(given);
    else if ((await box.inputValue()) === '') {
      const short = (await box.getAttribute('class'))?.includes('govuk-input--width-10') === true;
      await box.fill(short ? (said.includes('Such as 1 ') ? day : '60') : `${words}: ${label}`);
    }
  }
}
