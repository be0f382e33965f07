import { parse } from 'yaml';
import { z } from 'zod';

/** What the project brings to a compose file: paths from the root that a build makes, and settings that are read. */
export interface ComposeWorld {
  readonly builtFiles: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
}

const serviceSchema = z.object({
  image: z.string().optional(),
  build: z.unknown().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  depends_on: z
    .record(
      z.string(),
      z.object({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .default({}),
});
type Service = z.infer<typeof serviceSchema>;

const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()).default({}),
});

const SECRET_NAME = /PASSWORD|TOKEN|SECRET|API_KEY/;
/** A required variable, and nothing else: neither a value nor a default. */
const REQUIRED = /^\$\{[A-Z_]+:\?[^}]+\}$/;
const PASSWORD_IN_URL = /^[a-z]+:\/\/[^/@:\s]*:(.+)@/;

function secretFaults(name: string, { environment }: Service): string[] {
  return Object.entries(environment).flatMap(([variable, value]) => {
    const secret = SECRET_NAME.test(variable) ? value : PASSWORD_IN_URL.exec(value)?.[1];
    return secret === undefined || REQUIRED.test(secret)
      ? []
      : [`${name}: ${variable} holds a secret`];
  });
}

/** Node programs of the command line and of the health check, as paths. */
const programsOf = ({ command = [], healthcheck }: Service): string[] =>
  [...command, ...(healthcheck?.test ?? [])].filter((word) => /\.[cm]?js$/.test(word));

/** Runs once and ends; what waits for its end needs no health check of it. */
const isJob = (name: string, { services }: z.infer<typeof composeSchema>): boolean =>
  Object.values(services).some(
    ({ depends_on }) => depends_on[name]?.condition === 'service_completed_successfully',
  );

function ownFaults(name: string, service: Service, world: ComposeWorld): string[] {
  const isOurs = service.build !== undefined;
  const unknown = isOurs
    ? Object.keys(service.environment).filter((v) => !world.settings.has(v))
    : [];
  return [
    ...unknown.map((variable) => `${name}: ${variable} is no setting`),
    ...programsOf(service)
      .filter((path) => !world.builtFiles.has(path))
      .map((path) => `${name}: ${path} is not made by the build`),
    // The image of our own services has a health check for the API; a service that runs another program needs its own.
    ...(service.healthcheck === undefined && !(isOurs && runsApi(service))
      ? [`${name}: no health check`]
      : []),
  ];
}

const runsApi = ({ command }: Service): boolean =>
  command === undefined || command.includes('dist/apps/api/src/main.js');

function referenceFaults(
  name: string,
  service: Service,
  { services, volumes }: z.infer<typeof composeSchema>,
): string[] {
  const named = service.volumes.map((volume) => volume.split(':')[0] ?? '');
  return [
    ...named
      .filter((volume) => !/^[./~]/.test(volume) && !(volume in volumes))
      .map((volume) => `${name}: volume ${volume} is not declared`),
    ...Object.keys(service.depends_on)
      .filter((other) => !(other in services))
      .map((other) => `${name}: depends on ${other}, which does not exist`),
  ];
}

/** Everything that is wrong with a compose file, one line each; empty when it is sound. */
export function composeFaults(text: string, world: ComposeWorld): readonly string[] {
  let document: unknown;
  try {
    document = parse(text, { merge: true });
  } catch (error) {
    return [`not YAML: ${error instanceof Error ? error.message : String(error)}`];
  }
  const read = composeSchema.safeParse(document);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
  return Object.entries(read.data.services).flatMap(([name, service]) => [
    ...secretFaults(name, service),
    ...ownFaults(name, service, world).filter(
      (fault) => !(fault === `${name}: no health check` && isJob(name, read.data)),
    ),
    ...referenceFaults(name, service, read.data),
  ]);
}
