import { rowsOfAllocation } from './rows-of-allocation.fixture.ts';
import { rowsOfAnalysis } from './rows-of-analysis.fixture.ts';
import { rowsOfCorrespondence } from './rows-of-correspondence.fixture.ts';
import { rowsOfDecisions } from './rows-of-decisions.fixture.ts';
import { rowsOfForecasts } from './rows-of-forecasts.fixture.ts';
import { rowsOfIntelligence } from './rows-of-intelligence.fixture.ts';
import { rowsOfLogs } from './rows-of-logs.fixture.ts';
import { rowsOfMail } from './rows-of-mail.fixture.ts';
import { rowsOfActions } from './rows-of-actions.fixture.ts';
import { rowsOfPapers } from './rows-of-papers.fixture.ts';
import { rowsOfPeople } from './rows-of-people.fixture.ts';
import { rowsOfSupplied } from './rows-of-supplied.fixture.ts';
import type { RowsOfTable } from './rows-tried.fixture.ts';

/**
 * Of every table of an authority: rows of each class there is, who reads which by the decision table, and who may add one.
 * A table that is not here fails the test of tables. Nobody changes a row, or takes one away: that needs no saying.
 */
export const rowsOfAuthority: Readonly<Record<string, RowsOfTable>> = {
  ...rowsOfPeople,
  ...rowsOfLogs,
  ...rowsOfMail,
  ...rowsOfAnalysis,
  ...rowsOfForecasts,
  ...rowsOfSupplied,
  ...rowsOfCorrespondence,
  ...rowsOfDecisions,
  ...rowsOfIntelligence,
  ...rowsOfAllocation,
  ...rowsOfPapers,
  ...rowsOfActions,
};
