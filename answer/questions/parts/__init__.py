"""Questions of several parts."""
