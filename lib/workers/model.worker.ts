// The simulator as a judge, in a worker of its own: one that runs off is ended with it.
import { expose } from 'comlink';
import { modelService } from './model';

expose(modelService);
