// npm run build:api, after the compiler: what was built, in few files.
import { bundle } from './lib/bundle.mjs';

await bundle();
