import { historyView } from '#/platform/web/history-view.ts';

const entry = {
  at: '2026-04-20T09:00:00.000Z',
  words: 'A Reed kept a file: <script>alert("x")</script>; before: ‘O’Fen’. Why: given by governors.',
};

/** A history as a page shows it: with so many entries, and perhaps older ones. */
export function historyWith(entries: number, more = false) {
  return historyView({ entries: Array.from({ length: entries }, () => entry), more });
}
