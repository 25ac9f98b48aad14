// npm run check: all that needs neither a build nor a browser.

import { quickStages, runStages } from './stages';

process.exitCode = (await runStages(quickStages)) ? 0 : 1;
