import { catalogFiles } from './scripts/catalog/files.mjs';

// Static export: `out/` is the whole product and any file host can serve it.
const basePath = process.env.BASE_PATH ?? '';
const catalog = catalogFiles();

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  reactStrictMode: true,
  trailingSlash: true, // out/check/index.html: every static host finds it
  images: { unoptimized: true },
  typedRoutes: true,
  // `npm test` checks the types of everything, tests included; a build need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  basePath, // '/whydenied' where the site lives in a sub-folder
  env: {
    NEXT_PUBLIC_BASE_PATH: basePath,
    NEXT_PUBLIC_CATALOG_FILE: catalog?.services ?? '',
    NEXT_PUBLIC_CATALOG_DATE: catalog?.date ?? '',
    NEXT_PUBLIC_POLICIES_FILE: catalog?.policies ?? '',
  },
  generateBuildId: () => 'static', // two builds of one source are byte-identical
};

export default config;
