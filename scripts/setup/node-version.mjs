// Says in one sentence that Node.js is too old, before anything else can fail in a less obvious way.
// Written without newer syntax and imported before all else: an old Node.js has to be able to read it.

var FLOORS = [
  [20, 19],
  [22, 12],
];

/** Whether the project runs on this version of Node.js: 20 from 20.19, 22 from 22.12, all after 22. */
export function isNodeSupported(version) {
  var numbers = version.replace(/^v/, '').split('.').map(Number);
  var major = numbers[0];
  var minor = numbers[1];
  if (major > 22) return true;
  return FLOORS.some((floor) => major === floor[0] && minor >= floor[1]);
}

if (!isNodeSupported(process.version)) {
  console.error(
    'WhyDenied needs Node.js 20.19 or newer, or 22.12 or newer; this is ' +
      process.version +
      '. Install one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
