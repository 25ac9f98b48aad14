// npm test: everything, as it must be before a change is shared.

import { allStages, runStages } from './stages';

process.exitCode = (await runStages(allStages)) ? 0 : 1;
