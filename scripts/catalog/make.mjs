// Makes the files of AWS's data where they are not there or stale.
import { ensureCatalog } from './built.mjs';

await ensureCatalog();
