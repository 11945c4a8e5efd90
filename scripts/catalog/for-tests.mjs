// Vitest calls this before the tests: some of them hold the code against AWS's data.
import { ensureCatalog } from './built.mjs';

export default ensureCatalog;
