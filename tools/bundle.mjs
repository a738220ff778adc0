// npm run build:api, after the compiler: what was built, in few files. Tests name their own script and a folder for it.
import { bundle, PRODUCT } from './lib/bundle.mjs';

const [script, into] = process.argv.slice(2);

await (script === undefined ? bundle(PRODUCT, 'src') : bundle([script], into));
