import { openPacked } from './open-packed';
import { serveEngine } from './serve-engine';

serveEngine(openPacked);
