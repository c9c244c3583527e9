/** See redis-advice.mjs: plain JavaScript, as `npm start` needs it before anything is installed. */
export declare function adviceOn(error: unknown): { advice: string; passes: boolean } | undefined;
export declare function schemeProblem(url: string): Promise<string | undefined>;
export declare function serverName(host: string): { servername?: string };
