// Just enough of a Dockerfile interpreter to run ours without Docker: every stage is a folder, every RUN a shell
// command in it. What it does not know it refuses, so that the Dockerfile stays within what is tested.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

export type Image = {
  /** The working directory of the last stage, where it lies on this machine. */
  workdir: string;
  env: Record<string, string>;
  user: string | undefined;
  command: string[];
  healthcheck: string[];
};
type Stage = Image & { root: string };

/** Builds the image of `context` in a folder, one folder per stage. */
export function build(context: string, folder: string): Image {
  const umask = process.umask(0o022); // Docker's, whatever it is here
  try {
    return run(context, folder);
  } finally {
    process.umask(umask);
  }
}

function run(context: string, folder: string): Image {
  const stages = new Map<string, Stage>();
  const dockerignore = readLines(join(context, '.dockerignore'));
  let stage: Stage | undefined;
  for (const line of readLines(join(context, 'Dockerfile'))) {
    const [instruction = '', rest = ''] = split(line);
    if (instruction === 'FROM') {
      const name = / AS (\S+)$/.exec(rest)?.[1] ?? String(stages.size);
      stage = {
        root: join(folder, name),
        workdir: join(folder, name),
        env: {},
        user: undefined,
        command: [],
        healthcheck: [],
      };
      stages.set(name, stage);
    } else if (stage) execute(stage, instruction, rest, { context, stages, dockerignore });
  }
  if (!stage) throw new Error('the Dockerfile has no stage');
  return stage;
}

const readLines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const split = (line: string) =>
  [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()] as const;

type Around = { context: string; stages: Map<string, Stage>; dockerignore: string[] };

function execute(stage: Stage, instruction: string, rest: string, around: Around): void {
  if (instruction === 'WORKDIR') {
    stage.workdir = join(stage.root, rest);
    mkdirSync(stage.workdir, { recursive: true });
  } else if (instruction === 'ENV') {
    for (const pair of rest.split(' ')) Object.assign(stage.env, Object.fromEntries([pair.split('=')]));
  } else if (instruction === 'RUN') {
    execFileSync('sh', ['-c', rest], {
      cwd: stage.workdir,
      env: { ...process.env, ...stage.env },
      stdio: 'pipe',
    });
  } else if (instruction === 'COPY') copy(stage, rest.split(' '), around);
  else if (instruction === 'USER') stage.user = rest;
  else if (instruction === 'CMD') stage.command = JSON.parse(rest);
  else if (instruction === 'HEALTHCHECK')
    stage.healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4));
  else if (instruction !== 'EXPOSE')
    throw new Error(`${instruction} is not known here: teach it or do without`);
}

/** Like Docker: a folder is copied by its contents; into `./`, or where several are copied, a file keeps its name. */
function copy(stage: Stage, words: string[], { context, stages, dockerignore }: Around): void {
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const to = words.pop() ?? '';
  for (const word of words) {
    const source = from ? join(stages.get(from)?.root ?? '', word) : join(context, word);
    if (!existsSync(source)) throw new Error(`COPY ${word}: it does not exist`);
    const target = join(
      stage.workdir,
      statSync(source).isFile() && to.endsWith('/') ? join(to, basename(source)) : to,
    );
    mkdirSync(dirname(target), { recursive: true });
    const filter = (path: string) => from !== undefined || !isIgnored(relative(context, path), dockerignore);
    cpSync(source, target, { recursive: true, verbatimSymlinks: true, filter });
  }
}

/** The last pattern that matches the path, or a folder above it, decides. */
export function isIgnored(path: string, dockerignore: string[]): boolean {
  if (path === '') return false;
  const parts = path.split('/');
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const decides = dockerignore.findLast((line) => folders.some((folder) => patternOf(line).test(folder)));
  return decides !== undefined && !decides.startsWith('!');
}

const wildcards: Record<string, string> = { '**/': '(?:.*/)?', '*': '[^/]*' };

/** Unlike in a shell, `*` matches names that begin with a dot. */
function patternOf(line: string): RegExp {
  const parts = line.replace(/^!/, '').split(/(\*\*\/|\*)/);
  return new RegExp(`^${parts.map((part) => wildcards[part] ?? part.replaceAll('.', '\\.')).join('')}$`);
}
