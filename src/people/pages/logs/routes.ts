import { everythingFiles, everythingRoute } from './everything-route.ts';
import { retentionRoute, sayRetentionRoute } from './retention-route.ts';
import { changeLogRoute, logDownloads, readingLogRoute } from './route.ts';

/** Every address of the logs. */
export const logRoutes = [
  readingLogRoute,
  changeLogRoute,
  ...logDownloads,
  retentionRoute,
  sayRetentionRoute,
  everythingRoute,
  ...everythingFiles,
];
