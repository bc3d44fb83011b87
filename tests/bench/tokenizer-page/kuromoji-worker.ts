import { openKuromoji } from './open-kuromoji';
import { serveEngine } from './serve-engine';

serveEngine(openKuromoji);
