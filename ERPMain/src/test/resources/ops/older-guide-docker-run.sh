docker run -d \
  --name erp-app \
  -p 8081:8081 \
  -e SPRING_DATASOURCE_URL=jdbc:postgresql://postgres-db:5432/erp_db \
  -e SPRING_DATASOURCE_USERNAME=postgres \
  -e SPRING_DATASOURCE_PASSWORD=secure_password \
  -e SPRING_REDIS_HOST=redis-cache \
  -e SPRING_REDIS_PORT=6379 \
  -e JWT_SECRET=prod_secret_key \
  -e SERVER_SERVLET_CONTEXT_PATH=/api \
  -m 2G \
  --memory-swap 4G \
  erp-system:3.5.5
