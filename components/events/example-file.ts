import type { ChosenFile } from './read-files';

/** A small trail with the denials of a busy day, loaded when it is asked for. */
export async function exampleFile(): Promise<ChosenFile> {
  const { exampleTrail } = await import('@/lib/cloudtrail/example-trail');
  return { path: 'example.json', file: new File([exampleTrail()], 'example.json') };
}
