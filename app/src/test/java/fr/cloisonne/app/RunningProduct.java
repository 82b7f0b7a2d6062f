package fr.cloisonne.app;

import fr.cloisonne.Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The product as a newcomer starts it, with demonstration data, in a folder to throw away. */
final class RunningProduct implements AutoCloseable {

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningProduct(Path folder, ConfigurableApplicationContext context, int port) {
        this.folder = folder;
        this.context = context;
        this.port = port;
    }

    static RunningProduct start() throws IOException {
        Path folder = Files.createTempDirectory("cloisonne-journey");
        int port = freePort();
        var context =
                SpringApplication.run(
                        Application.class,
                        "--server.port=" + port,
                        "--cloisonne.data=" + folder,
                        "--cloisonne.demonstration=true",
                        "--cloisonne.base-url=http://localhost:" + port);
        return new RunningProduct(folder, context, port);
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
