/**
 * The console as files to serve, built from `app/` when they are first asked for. A build takes a fraction of a second, so none is kept:
 * what is served is always what is in the checkout, and no step of an install can be forgotten.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { namesBehind } from '@quickmart/service';
import { build } from 'esbuild';

export type ConsoleFile = { type: string; bytes: Uint8Array; isForever: boolean };

const app = fileURLToPath(new URL('../app/', import.meta.url));
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
let built: Promise<ReadonlyMap<string, ConsoleFile>> | undefined;

/** By name; `index.html` is the page. */
export function consoleFiles(): Promise<ReadonlyMap<string, ConsoleFile>> {
  built ??= make().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function make(): Promise<ReadonlyMap<string, ConsoleFile>> {
  const { outputFiles } = await build({
    entryPoints: [`${app}main.tsx`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: 'out',
    define: { 'process.env.NODE_ENV': '"production"', SERVICES: JSON.stringify(namesBehind()) },
    logLevel: 'silent',
  });
  const files = new Map<string, ConsoleFile>();
  const nameOf = new Map<string, string>();
  for (const { path, contents } of outputFiles) {
    const ending = path.split('.').at(-1)!;
    const name = `main-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.${ending}`;
    nameOf.set(ending, name);
    files.set(name, { type: `${types[ending]}; charset=utf-8`, bytes: contents, isForever: true });
  }
  const page = pageOf(nameOf.get('js')!, nameOf.get('css')!);
  files.set('index.html', {
    type: 'text/html; charset=utf-8',
    bytes: new TextEncoder().encode(page),
    isForever: false,
  });
  return files;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5fdd'/%3E%3Cpath d='M4 8h3l1.5-4 2 8L12 8' stroke='white' stroke-width='1.5' fill='none'/%3E%3C/svg%3E";

const pageOf = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>QuickMart</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/console/${style}">
<script type="module" src="/console/${script}"></script>
</head>
<body><div id="root"></div></body>
</html>
`;
