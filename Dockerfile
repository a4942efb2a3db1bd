# The web page and the command line in one image; the library lies in the volume /library.
FROM python:3.11-slim
RUN useradd --create-home memolens && install -d -o memolens /library
WORKDIR /app
COPY --chown=memolens . .
RUN chown memolens /app
USER memolens
RUN sh run memolens --version
ENV MEMOLENS_LIBRARY=/library
VOLUME /library
EXPOSE 7860
ENTRYPOINT ["sh", "run", "memolens"]
# Beyond this machine only with names and passwords: mount a file of name:password lines at /run/secrets/users.
CMD ["serve", "--host", "0.0.0.0", "--auth", "/run/secrets/users"]
