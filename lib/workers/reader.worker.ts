// Scenarios are read in a worker of their own: a text may be anything, and the page stays alive.
import { expose } from 'comlink';
import { readerService } from './reader';

expose(readerService);
