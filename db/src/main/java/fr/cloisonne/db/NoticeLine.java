package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one connection of this node that hears the platform's notices: direct, since a pooler gives
 * none on. After a break it listens again, and has everything forgotten that it may have missed.
 */
@Component
class NoticeLine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLine.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ONE_POLL = 5_000;

    private final Login login;
    private final Notices notices;
    private volatile boolean running;
    private volatile @Nullable Connection open;
    private @Nullable Thread thread;

    NoticeLine(Logins logins, Notices notices) {
        this.login = logins.platform();
        this.notices = notices;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("notices").start(this::listen);
    }

    private void listen() {
        while (running) {
            try (Connection connection = connect()) {
                open = connection;
                hear(connection);
            } catch (SQLException | RuntimeException broken) {
                if (running) {
                    LOG.warn(
                            "The line for notices broke and is opened again: {}",
                            broken.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + Notices.CHANNEL);
        }
        notices.missed();
        PGConnection line = connection.unwrap(PGConnection.class);
        while (running) {
            for (var notice : line.getNotifications(ONE_POLL)) {
                notices.hear(notice.getParameter());
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", login.user() + " notices");
        return DriverManager.getConnection(login.url(), properties);
    }

    @Override
    public void stop() {
        running = false;
        Connection line = open;
        try {
            if (line != null) {
                line.close();
            }
            if (thread != null) {
                LockSupport.unpark(thread);
                thread.join(Duration.ofSeconds(2));
            }
        } catch (SQLException gone) {
            LOG.debug("The line for notices was closed already", gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
