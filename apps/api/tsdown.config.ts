import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { node: 'src/node.ts' },
  format: 'esm',
  platform: 'node',
  clean: false,
  fixedExtension: false,
  dts: false,
  // No hashes: what is built again takes the place of what was.
  outputOptions: { chunkFileNames: '[name].js' },
});
