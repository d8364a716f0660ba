/** Version of this build; build-companion puts the one of package.json in its place. */
export const version: string = process.env.TABPOST_VERSION ?? '0.0.0-source';
