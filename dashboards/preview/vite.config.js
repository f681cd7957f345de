// the committed boards are what is served beside the page
export default {
  publicDir: '../../grafana/dashboards',
  resolve: { alias: { 'react-router-dom-v5-compat': 'react-router-dom' } },
  build: { outDir: 'build/page', emptyOutDir: true, minify: false, target: 'es2022', chunkSizeWarningLimit: 20000 },
  define: { 'process.env.NODE_ENV': '"production"' },
};
