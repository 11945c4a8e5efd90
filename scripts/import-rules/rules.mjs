// Who may import what, as one table. `node scripts/import-rules/write.mjs` turns it into biome.imports.json, which
// biome.json extends: of two Biome overrides that fit a file the later list replaces the earlier one, so every room
// has to repeat what holds for all of lib, and that is not written by hand.

/** The rooms of lib in order: a room imports itself and the rooms before it. */
const CHAIN = [
  'text',
  'iam',
  'catalog',
  'policy',
  'request',
  'evidence',
  'evaluation',
  'explanation',
  'validation',
  'diagnosis',
];
/** These come after the chain and know nothing of each other. */
const INDEPENDENT = ['language', 'permalink', 'report', 'cloudtrail', 'guidance'];

export const ROOMS = [...CHAIN, ...INDEPENDENT];

/** The rooms that a room may import, its own included. */
function roomsFor(room) {
  const place = CHAIN.indexOf(room);
  return place >= 0 ? CHAIN.slice(0, place + 1) : [...CHAIN, room];
}

/** Packages with one home in the project: the places that may import them, as Biome globs. */
const HOMES = {
  'jsonc-parser': ['lib/text/json.ts'],
  'ipaddr.js': ['lib/evaluation/operators/**'],
  fflate: ['lib/permalink/**', 'lib/cloudtrail/**'],
  yaml: ['lib/evidence/notations/yaml.ts'],
  'monaco-editor': ['components/editor/**'],
};

const TESTS = ['*.test.ts', '*.test.tsx'];
const IMPORTED_BY_NOBODY = ['@/app/**', '@/e2e/**', '@/scripts/**'];
// `./name` is fine; a way up or into a folder is written from the root, or it would slip past the rules below.
const PARENT_PATHS = ['**/../**', '../**'];

/** The overrides of biome.imports.json, general before special: the last one that fits a file counts. */
export function importOverrides() {
  return [
    ...pageOverrides(),
    ...libOverrides(['lib/**'], [], [], 'Add this room to scripts/import-rules/rules.mjs.'),
    ...libOverrides(['lib/*.ts'], ROOMS, [], 'lib/index.ts imports only rooms of lib.'),
    ...ROOMS.flatMap(roomOverrides),
    ...libTestOverrides(['lib/testing/**'], ROOMS, 'lib/testing imports only lib.'),
  ];
}

function roomOverrides(room) {
  const allowed = roomsFor(room);
  const why = `lib/${room} imports only ${allowed.map((name) => `lib/${name}`).join(', ')} and the packages that lib may use.`;
  const homes = Object.entries(HOMES).flatMap(([name, places]) =>
    places.filter((place) => place.startsWith(`lib/${room}/`)).map((place) => ({ name, place })),
  );
  return [
    ...libOverrides([`lib/${room}/**`], allowed, [], why),
    ...homes.flatMap(({ name, place }) => libOverrides([place], allowed, [name], why)),
    ...libTestOverrides(
      TESTS.map((test) => `lib/${room}/**/${test}`),
      allowed,
      why,
    ),
  ];
}

/** Everything is forbidden but the rooms and packages named. */
function libOverrides(includes, rooms, packages, message) {
  const allowed = ['./*', ...rooms.map((room) => `@/lib/${room}/**`), 'zod/mini', ...packages];
  return [override(includes, [{ group: ['**', ...allowed.map((path) => `!${path}`), ...PARENT_PATHS], message }])];
}

/** Tests may use any package that is not made for pages, and lib/testing. */
function libTestOverrides(includes, rooms, message) {
  const allowed = [...rooms, 'testing'].map((room) => `!@/lib/${room}/**`);
  const pages = ['react', 'react/**', 'react-dom', 'react-dom/**', 'next', 'next/**', 'zustand', 'zustand/**'];
  return [
    override(includes, [
      { group: ['@/**', ...allowed, ...pages, 'monaco-editor', 'monaco-editor/**', ...PARENT_PATHS], message },
    ]),
  ];
}

function pageOverrides() {
  const components = [
    { group: IMPORTED_BY_NOBODY, message: 'components must not import app: app composes components.' },
    ...pagePatterns(),
  ];
  const app = [
    { group: ['@/e2e/**', '@/scripts/**'], message: 'The app imports only app, components and lib.' },
    ...pagePatterns(),
  ];
  const testing = { group: ['@/lib/testing/**'], message: 'lib/testing is for tests alone.' };
  const monaco = {
    group: ['monaco-editor', 'monaco-editor/**'],
    message: 'Monaco is imported in components/editor alone: one static import elsewhere puts 750 KB on the page.',
  };
  return [
    override(['app/**'], [...app, testing, monaco]),
    override(['components/**'], [...components, testing, monaco]),
    override(['components/editor/**'], [...components, testing]),
    override(
      TESTS.map((test) => `components/**/${test}`),
      [...components, monaco],
    ),
  ];
}

function pagePatterns() {
  const elsewhere = Object.keys(HOMES).filter((name) => name !== 'monaco-editor');
  return [
    { group: PARENT_PATHS, message: 'Write the import from the root: `@/…`.' },
    { group: elsewhere, message: 'This package has one home in lib; import what lib makes of it.' },
    { group: ['zod'], message: "Write `import * as z from 'zod/mini'`: the full package weighs 93 KB." },
  ];
}

function override(includes, patterns) {
  const paths = { 'zod/mini': { allowImportNames: ['*'], message: "Write `import * as z from 'zod/mini'`." } };
  const noRestrictedImports = { level: 'error', options: { paths, patterns } };
  return { includes, linter: { rules: { style: { noRestrictedImports } } } };
}
