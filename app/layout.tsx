import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import './globals.css';
import { SkipLink } from '@/components/ui/skip-link';
import { ToastRegion } from '@/components/ui/toast-region';

const sans = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  display: 'swap',
  weight: '100 900',
});
const mono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  display: 'swap',
  weight: '100 800',
  preload: false,
});

export const metadata: Metadata = {
  title: { default: 'WhyDenied', template: '%s · WhyDenied' },
  description: 'Find out why AWS denied a request: which statement of which policy, in plain words, in your browser.',
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        {/* Must run before anything else: it sets the Trusted Types policy and the theme. */}
        <script src={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/boot.js`} />
      </head>
      <body>
        {/* Every page has one <main id="main">. */}
        <SkipLink to="main">Skip to the content</SkipLink>
        {children}
        <ToastRegion />
      </body>
    </html>
  );
}
