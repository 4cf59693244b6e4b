import { comparedDownloads } from './compared/compared-export.ts';
import { earlyWarningDownloads } from './early-warning/route.ts';
import { mapDownloads } from './map/map-export.ts';
import { markingDownloads } from './marking/route.ts';
import { membersDownloads } from './members/route.ts';
import { resultsDownloads } from './results/results-export.ts';
import { riskRegisterDownloads } from './risk-register/route.ts';
import { watchlistDownloads } from './risk-register/watchlist-route.ts';
import { spreadDownloads } from './spread/spread-export.ts';
import { trajectoryDownloads } from './trajectory/route.ts';
import { runsDownloads } from './who-moved/runs-export.ts';

/** Every page of this step that can be taken out as a file: each with the permission of the page itself. */
export const analyseDownloads = [
  ...riskRegisterDownloads,
  ...watchlistDownloads,
  ...runsDownloads,
  ...resultsDownloads,
  ...spreadDownloads,
  ...comparedDownloads,
  ...mapDownloads,
  ...membersDownloads,
  ...trajectoryDownloads,
  ...markingDownloads,
  ...earlyWarningDownloads,
];
