# The settings that the server starts with, for the container "reload".
cp "${CONFIG%/*}/config-set.txt" /run/redis/applied.txt
