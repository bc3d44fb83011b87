import { openLindera } from './open-lindera';
import { serveEngine } from './serve-engine';

serveEngine(openLindera);
