FROM openjdk:21-slim
WORKDIR /app
COPY ERPMain/target/ERPMain-1.0.0.jar app.jar
ENV JAVA_OPTS="-Xmx2G -Xms1G"
EXPOSE 8081
ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar app.jar"]
