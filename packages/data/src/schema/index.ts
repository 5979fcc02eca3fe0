export * from './authored.ts';
export * from './codes.ts';
export * from './ids.ts';
export * from './parts.ts';
export * from './published.ts';
export * from './quality.ts';
export * from './text.ts';
