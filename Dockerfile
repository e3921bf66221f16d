# Pullquote in a container: `docker compose up -d`, with the token in .env and everything kept in ./data.
FROM python:3.13-slim

RUN useradd --uid 1000 --create-home pullquote
WORKDIR /pullquote
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
RUN pip install --no-cache-dir .

ENV PULLQUOTE_DATA=/data PYTHONUNBUFFERED=1
RUN install -d -o pullquote /data
VOLUME /data
USER pullquote
CMD ["pullquote"]
