// The simulator, in a worker of its own: the page stays alive, and a stop ends it at once.
import { expose } from 'comlink';
import { simulatorService } from './simulator';

expose(simulatorService);
