/**
 * The JSON of one of the site's own data files, by its name in `public/catalog/`. Such a file is always fetched whole, so the
 * request for it tells nothing of what was typed; its name holds a hash of its contents, so the browser keeps it for later,
 * also without a connection. Throws when it does not come.
 */
export async function fetchStaticFile(name: string): Promise<unknown> {
  if (name === '') throw new Error('The site was built without this file.');
  const response = await fetch(`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/catalog/${name}`);
  if (!response.ok) throw new Error(`The file ${name} was answered with status ${response.status}.`);
  return response.json();
}
